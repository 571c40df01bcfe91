#!/usr/bin/env python3
"""Answers of numpy's busday_offset and busday_count, as vectors for working days.

Run with Debian's python3-numpy; the version is written into the file:

    python3 test/vectors/numpy-working-days.py > test/vectors/numpy-working-days.json

Counts are of a <= b only: for b < a numpy counts (b, a] backwards, and this library minus [b, a).
"""
import json
import random

import numpy as np

ROLLS = ["forward", "backward", "following", "preceding", "modifiedfollowing", "modifiedpreceding", "raise"]
# Christmas, Easter Monday, May days, whole weeks, both ends of a month, a leap day: dates a roll can stumble on.
HOLIDAYS = [
    "2023-12-25", "2024-01-01", "2024-02-29", "2024-04-01", "2024-05-01", "2024-05-08", "2024-05-09", "2024-05-31",
    "2024-12-30", "2024-12-31", "2025-01-01", "2025-01-31", "2025-02-28", "2025-04-21", "2025-05-01", "2025-05-08",
    "2025-08-11", "2025-08-12", "2025-08-13", "2025-08-14", "2025-08-15", "2025-11-11", "2025-12-25", "2025-12-26",
    "2026-01-01", "2026-01-30", "2026-03-02", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
]
CALENDARS = {
    "mon-fri": {"weekmask": "1111100", "holidays": HOLIDAYS},
    "mon-sat": {"weekmask": "1111110", "holidays": HOLIDAYS},
    "sun-thu": {"weekmask": "1111001", "holidays": []},
    "tue,sat": {"weekmask": "0100010", "holidays": HOLIDAYS},
    "wed": {"weekmask": "0010000", "holidays": []},
}
FIRST, LAST = np.datetime64("2023-12-20"), np.datetime64("2026-06-10")


def offset(calendar, date, count, roll):
    try:
        return str(np.busday_offset(date, count, roll=roll, busdaycal=calendar))
    except ValueError:
        return None


def main():
    random.seed(20261124)
    days = int((LAST - FIRST) / np.timedelta64(1, "D"))
    offsets, counts = [], []
    for name, definition in CALENDARS.items():
        calendar = np.busdaycalendar(weekmask=definition["weekmask"], holidays=definition["holidays"])
        # Every date near a holiday with every roll, and far steps from dates at random.
        near = sorted({np.datetime64(h) + i for h in definition["holidays"][:12] for i in (-2, -1, 0, 1)})
        picks = [(str(d), n, roll) for d in near for n in (-1, 0, 1) for roll in ROLLS]
        picks += [
            (str(FIRST + random.randrange(days)), random.choice([-250, -40, -7, -3, -2, 2, 3, 5, 21, 260]), random.choice(ROLLS))
            for _ in range(120)
        ]
        picks += [(str(FIRST + i), 0, roll) for i in range(0, days, 3) for roll in ("modifiedfollowing", "modifiedpreceding")]
        offsets += [[name, d, n, roll, offset(calendar, d, n, roll)] for d, n, roll in picks]
        for _ in range(200):
            a, b = sorted(random.randrange(days) for _ in range(2))
            pair = [str(FIRST + a), str(FIRST + b)]
            counts.append([name, *pair, int(np.busday_count(*pair, busdaycal=calendar))])
        counts += [[name, d, d, int(np.busday_count(d, d, busdaycal=calendar))] for d in ("2024-02-29", "2025-08-16")]
    head = {"source": "numpy busday_offset, busday_count", "version": np.__version__, "calendars": CALENDARS}
    lines = [json.dumps(head)[:-1] + ', "offsets": [', ",\n".join(map(json.dumps, offsets)), '], "counts": [']
    print("\n".join([*lines, ",\n".join(map(json.dumps, counts)), "]}"]))


main()
