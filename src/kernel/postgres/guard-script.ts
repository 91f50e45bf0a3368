/**
 * A shell that sees its standard input end when node closes it or dies, even by kill -9. Node itself could not act then.
 *
 * $1 is a directory where each guard has a pipe that it holds open for as long as it lives: in `present`, and when it is
 * about to go, as `leaving.*`. $2 is postmaster.pid; $3 says which process ids we share. On the input come `idle`,
 * `starting <pid> <socket directory>` and `running <pid> <socket directory>`; the last one counts.
 *
 * Only the last one out can remove `present`, and before it tries it is among those who leave: so whoever enters, and then
 * waits for those who leave, cannot have PostgreSQL stopped under them.
 */
export const GUARD_SCRIPT = `
trap '' HUP INT TERM
present=$1/present
name=$$.$3

enter() {
  mkdir -p "$present" && mv "$1/arriving.$name" "$present/$name"
}

# The last one out may remove the directory between the two steps.
enter_at_last() {
  for attempt in 1 2 3 4 5 6 7 8 9; do
    enter "$1" 2>/dev/null && return 0
  done
  enter "$1"
}

was_last() {
  mv "$present/$name" "$1/leaving.$name"
  for other in "$present"/*."$2"; do
    pid_of_other=\${other##*/}
    kill -0 "\${pid_of_other%%.*}" 2>/dev/null || rm -f "$other"
  done
  rmdir "$present" 2>/dev/null
}

is_still_ours() {
  [ "$state" = starting ] && return 0
  [ "$state" = running ] && { read -r recorded < "$1"; } 2>/dev/null && [ "$recorded" = "$pid" ]
}

stop_postgres() {
  if is_still_ours "$1" && kill -INT "$pid"; then
    while [ -e "$1" ] && kill -0 "$pid" 2>/dev/null; do sleep 0.02; done
  fi
  [ -z "$socket" ] || rmdir "$socket" 2>/dev/null
}

rm -f "$1/arriving.$name"
mkfifo "$1/arriving.$name" || true > "$1/arriving.$name"
exec 3<> "$1/arriving.$name"
enter_at_last "$1" || exit 1
echo present

state=idle pid= socket=
while read -r said said_pid said_socket; do
  state=$said pid=$said_pid socket=\${said_socket:-$socket}
done

was_last "$1" "$3" && stop_postgres "$2"
rm -f "$1/leaving.$name"
`;
