#!/bin/sh
# Runs the test suites of released libraries without and with the detector and compares the results.
#
#   integration/src/suites/run.sh [module ...]     all modules if none is named; minutes each
#
# Prints tests whose results differ, and races that are not in the module's races.json. Exit status 1 if there are any.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work="$root/integration/target/suites"
local="${MAVEN_REPOSITORY:-$HOME/.m2/repository}"
mvn() {
  "$root/mvnw" -B -ntp -Dmaven.repo.local="$work/repository" -Dmaven.repo.local.tail="$local" "$@"
}
rm -rf "$work/build"
mkdir -p "$work"
cd "$root"
mvn -q -Dquick -pl maven-plugin -am install
version=$(sed -n '/<artifactId>racedetect-parent/{n;s/.*<version>\(.*\)<.*/\1/p;}' pom.xml)
cp -r "$here" "$work/build"
cd "$work/build"
[ $# -gt 0 ] || set -- $(sed -n 's/.*<module>\(.*\)<.*/\1/p' pom.xml)
status=0
for module; do
  mvn verify -pl "$module" -Dracedetect.version="$version" -Drace.skip -Dsuite.run=plain > "$module-plain.log" 2>&1 || true
  mvn verify -pl "$module" -Dracedetect.version="$version" -Dsuite.run=watched > "$module-watched.log" 2>&1 || true
  echo "== $module"
  java "$here/Compare.java" "$module/target/plain" "$module/target/watched" || status=1
  grep -E 'new finding|^\[ERROR\] ' "$module-watched.log" || status=1
  grep -q 'no new finding' "$module-watched.log" || status=1
done
exit $status
