/**
 * Scripts that complete `ouvree` in a shell. Names of commands and flags are words of our own: nothing in them needs quotes.
 */
import type { Command } from "./command.ts";
import { PRESETS } from "./files/policies.ts";

type Commands = Readonly<Record<string, Command>>;

/** Flags whose values are files. */
const FILES = ["baseline", "calendar", "history", "out", "policy", "register"];

/** The script for a shell. */
export function completionScript(shell: "bash" | "zsh" | "fish", commands: Commands): string {
  return { bash, zsh, fish }[shell](commands);
}

/** Values of a flag that are known beforehand. */
function valuesOf(command: Command, flag: string): readonly string[] {
  return flag === "policy" ? [...PRESETS.keys()] : (command.flags[flag]!.values ?? []);
}

function flagsOf({ flags }: Command): string[] {
  return Object.keys(flags);
}

/** Each flag of each command that has values, or a file for one. */
function valued(commands: Commands): { name: string; flag: string; values: readonly string[]; isFile: boolean }[] {
  return Object.entries(commands).flatMap(([name, command]) =>
    flagsOf(command).flatMap((flag) => {
      const [values, isFile] = [valuesOf(command, flag), FILES.includes(flag)];
      return values.length === 0 && !isFile ? [] : [{ name, flag, values, isFile }];
    }),
  );
}

const TOP = ["--help", "--version"];

function bash(commands: Commands): string {
  const names = Object.keys(commands);
  const values = valued(commands).map(
    ({ name, flag, values, isFile }) =>
      `    "${name} --${flag}") COMPREPLY=($(compgen${isFile ? " -f" : ""} -W "${values.join(" ")}" -- "$cur")); return ;;`,
  );
  const flags = Object.entries(commands).map(
    ([name, command]) =>
      `    ${name}) flags="${flagsOf(command)
        .map((flag) => `--${flag}`)
        .join(" ")}" actions="${(command.actions ?? []).join(" ")}" ;;`,
  );
  return `# Completion of ouvree for bash: eval "$(ouvree completion bash)"
_ouvree() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" flags="" actions=""
  COMPREPLY=()
  # bash makes three words of --format=json.
  if [ "$cur" = "=" ]; then cur=""; elif [ "$prev" = "=" ]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${[...names, ...TOP].join(" ")}" -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]} $prev" in
${values.join("\n")}
    "help "*) COMPREPLY=($(compgen -W "${names.join(" ")}" -- "$cur")); return ;;
  esac
  case "\${COMP_WORDS[1]}" in
${flags.join("\n")}
  esac
  case "$cur" in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$cur")) ;;
    *) if [ "$COMP_CWORD" -eq 2 ]; then COMPREPLY=($(compgen -W "$actions" -- "$cur")); fi ;;
  esac
}
complete -o default -F _ouvree ouvree
`;
}

function zsh(commands: Commands): string {
  const values = valued(commands).map(
    ({ name, flag, values, isFile }) =>
      `    ("${name} --${flag}") ${values.length === 0 ? "" : `compadd -- ${values.join(" ")}; `}${isFile ? "_files; " : ""}return ;;`,
  );
  const flags = Object.entries(commands).map(
    ([name, command]) =>
      `    (${name}) flags=(${flagsOf(command)
        .map((flag) => `--${flag}`)
        .join(" ")}) actions=(${(command.actions ?? []).join(" ")}) ;;`,
  );
  return `#compdef ouvree
# Completion of ouvree for zsh: eval "$(ouvree completion zsh)", after compinit
_ouvree() {
  local -a flags actions
  if (( CURRENT == 2 )); then
    compadd -- ${[...Object.keys(commands), ...TOP].join(" ")}
    return
  fi
  case "$words[2] $words[CURRENT-1]" in
${values.join("\n")}
  esac
  case "$words[2]" in
${flags.join("\n")}
  esac
  if [[ "$words[CURRENT]" == -* ]]; then
    compadd -- $flags
  elif (( CURRENT == 3 )) && (( $#actions > 0 )); then
    compadd -- $actions
  else
    _files
  fi
}
compdef _ouvree ouvree
`;
}

function fish(commands: Commands): string {
  const told = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const lines = Object.entries(commands).flatMap(([name, command]) => [
    `complete -c ouvree -n __fish_use_subcommand -f -a ${name} -d ${told(command.lines[0]![1])}`,
    ...(command.actions === undefined
      ? []
      : [`complete -c ouvree -n '__fish_seen_subcommand_from ${name}' -a ${told(command.actions.join(" "))}`]),
    ...Object.entries(command.flags).map(([flag, { type, short }]) => {
      const values = valuesOf(command, flag);
      const takes = type === "boolean" ? "" : FILES.includes(flag) ? " -r" : " -x";
      const choices = values.length === 0 ? "" : ` -a ${told(values.join(" "))}`;
      return `complete -c ouvree -n '__fish_seen_subcommand_from ${name}' -l ${flag}${short === undefined ? "" : ` -s ${short}`}${takes}${choices}`;
    }),
  ]);
  return `# Completion of ouvree for fish: ouvree completion fish | source\n${lines.join("\n")}\n`;
}
