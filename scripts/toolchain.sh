# Sourced by run, test and bench: sets JAVA_HOME to a JDK 25 and MVN to Maven, or says what is missing.

is_jdk_25() {
    [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25'
}

find_jdk_25() {
    local candidate
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    candidate=$(command -v javac || true)
    if [ -n "$candidate" ]; then
        candidate=$(dirname "$(dirname "$(readlink -f "$candidate")")")
        if is_jdk_25 "$candidate"; then
            echo "$candidate"
        fi
    fi
}

JAVA_HOME=$(find_jdk_25)
if [ -z "$JAVA_HOME" ]; then
    echo "No JDK 25 found: install one (for example Temurin 25) or set JAVA_HOME to it." >&2
    exit 1
fi
export JAVA_HOME

MVN=$(command -v mvn || true)
if [ -z "$MVN" ]; then
    echo "No Maven found: install Maven 3.8.7 or newer (Debian: apt-get install maven) and put mvn on the PATH." >&2
    exit 1
fi
# Maven's own libraries still use what this JDK warns about.
export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
