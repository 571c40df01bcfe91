/*
 * The columns of ouvree in C: the same tables, the same look-ups, to tell how much the language costs.
 *
 *   columns TABLES-FILE
 *
 * Reads "add" or "elapsed", a line each, from standard input; does all items once; answers with a line of the
 * processor time of the loop alone, in ns, and a hash of the answers. The file is written by c-program.ts, in the
 * byte order of the host:
 *   8 doubles: intervals, cells, buckets, start ms, ms a cell, ms a bucket, items, duration ms
 *   doubles: opens, closes, totals, slacks (intervals + 1 each), starts, ends (items each)
 *   int32: cells, buckets
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  double startMs, cellMs, bucketMs;
  const double *opens, *closes, *totals, *slacks;
  const int32_t *cells, *buckets;
} Table;

__attribute__((noinline)) static void addAll(const Table *table, const double *starts, double durationMs,
                                             double *restrict out, long items) {
  const double *opens = table->opens, *closes = table->closes, *totals = table->totals, *slacks = table->slacks;
  const int32_t *cells = table->cells, *buckets = table->buckets;
  const double startMs = table->startMs, perCell = 1 / table->cellMs, perBucket = 1 / table->bucketMs;
  for (long item = 0; item < items; item++) {
    double instantMs = starts[item];
    int32_t i = cells[(int32_t)((instantMs - startMs) * perCell)];
    while (closes[i] <= instantMs) i++;
    double targetMs = (instantMs > opens[i] ? instantMs - slacks[i] : totals[i]) + durationMs;
    i = buckets[(int32_t)(targetMs * perBucket)];
    while (totals[i + 1] < targetMs) i++;
    out[item] = targetMs + slacks[i];
  }
}

__attribute__((noinline)) static void elapsedAll(const Table *table, const double *starts, const double *ends,
                                                 double *restrict out, long items) {
  const double *opens = table->opens, *closes = table->closes, *totals = table->totals, *slacks = table->slacks;
  const int32_t *cells = table->cells;
  const double startMs = table->startMs, perCell = 1 / table->cellMs;
  for (long item = 0; item < items; item++) {
    double fromMs = starts[item];
    int32_t i = cells[(int32_t)((fromMs - startMs) * perCell)];
    while (closes[i] <= fromMs) i++;
    double before = fromMs > opens[i] ? fromMs - slacks[i] : totals[i];
    double toMs = ends[item];
    i = cells[(int32_t)((toMs - startMs) * perCell)];
    while (closes[i] <= toMs) i++;
    out[item] = (toMs > opens[i] ? toMs - slacks[i] : totals[i]) - before;
  }
}

static uint32_t hashOf(const double *values, long count) {
  uint32_t hash = 0;
  for (long i = 0; i < count; i++) hash = hash * 31u + (uint32_t)(int64_t)values[i];
  return hash;
}

static char *readAll(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return NULL;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *bytes = malloc((size_t)size);
  if (bytes != NULL && fread(bytes, 1, (size_t)size, file) != (size_t)size) bytes = NULL;
  fclose(file);
  return bytes;
}

int main(int count, char **arguments) {
  char *bytes = count == 2 ? readAll(arguments[1]) : NULL;
  if (bytes == NULL) {
    fprintf(stderr, "usage: columns TABLES-FILE\n");
    return 2;
  }
  const double *head = (const double *)bytes;
  const long rows = (long)head[0] + 1, items = (long)head[6];
  const double *opens = head + 8, *starts = opens + 4 * rows, *ends = starts + items;
  const int32_t *cells = (const int32_t *)(ends + items);
  const Table table = {head[3], head[4],        head[5],        opens, opens + rows, opens + 2 * rows,
                       opens + 3 * rows, cells, cells + (long)head[1]};
  double *out = calloc((size_t)items, sizeof(double));
  char line[32];
  while (fgets(line, sizeof line, stdin) != NULL) {
    struct timespec before, after;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
    if (strncmp(line, "add", 3) == 0) addAll(&table, starts, head[7], out, items);
    else elapsedAll(&table, starts, ends, out, items);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
    double ns = (double)(after.tv_sec - before.tv_sec) * 1e9 + (double)(after.tv_nsec - before.tv_nsec);
    printf("%.0f %u\n", ns, hashOf(out, items));
    fflush(stdout);
  }
  return 0;
}
