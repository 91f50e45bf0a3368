#!/bin/sh
# Follows all journals over plain HTTP, with nothing but curl, and goes on after the last event after a cut or a restart.
#   CELLULE_URL=http://localhost:4000/graphql CELLULE_TOKEN=… sh events.sh
set -eu
: "${LAST_EVENT_ID:=last-event-id}" # The file that holds it.

query='subscription { journal(after: []) {
  ... on JournalBatch { lines { ... on JournalEntry { number kind text } ... on SealedEntry { number } } }
  ... on JournalEnded { incidentId endReason: reason }
  ... on JournalReset { incidentId resetReason: reason }
} }'

follow() {
  curl -sSNf "$CELLULE_URL" --get --data-urlencode "query=$query" \
    -H "Authorization: Bearer $CELLULE_TOKEN" -H 'Accept: text/event-stream' \
    -H "Last-Event-ID: $(cat "$LAST_EVENT_ID" 2>/dev/null)"
}

# Prints what comes. An event counts once its blank line has come: only then it is whole.
take() {
  id='' event='' data=''
  while IFS= read -r line; do
    case $line in
      'id: '*) id=${line#id: } ;;
      'event: '*) event=${line#event: } ;;
      'data: '*) data=${line#data: } ;;
      '')
        [ -z "$data" ] || echo "$data"
        [ -z "$id" ] || echo "$id" >"$LAST_EVENT_ID"
        [ "$event" != complete ] || return 0 # Refused: what came before says why.
        id='' event='' data=''
        ;;
    esac
  done
  return 1
}

until follow | take; do sleep 1; done
