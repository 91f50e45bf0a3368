#!/bin/sh
# A query, a mutation and an error, with nothing but curl.
#   CELLULE_URL=http://localhost:4000/graphql CELLULE_TOKEN=… sh curl.sh ARS-BRE-2024-7KQ2
set -eu
reference=$1

ask() {
  curl -sS "$CELLULE_URL" -H "Authorization: Bearer $CELLULE_TOKEN" -H 'Content-Type: application/json' -d @-
}

# A query: the incident that people call by this reference.
answer=$(ask <<JSON
{
  "query": "query (\$reference: String!) { incident(reference: \$reference) { id title status } }",
  "variables": { "reference": "$reference" }
}
JSON
)
echo "$answer"
id=$(echo "$answer" | sed 's/.*"id":"\([^"]*\)".*/\1/')

# A mutation: a line in its journal. With the key, repeating the request after a cut writes no second line.
write='mutation ($input: WriteEntryInput!) { writeEntry(input: $input) { entry { number recordedAt text } } }'
ask <<JSON
{
  "query": "$write",
  "variables": {
    "input": {
      "incidentId": "$id",
      "entry": { "text": "Point téléphonique : rien de nouveau.", "category": "SITUATION", "channel": "PHONE" },
      "idempotencyKey": "curl-$$-$(date +%s)"
    }
  }
}
JSON

# An error: what was expected, and where it was missing.
ask <<JSON
{ "query": "$write", "variables": { "input": { "incidentId": "$id", "entry": { "text": " " } } } }
JSON
