/** Runs in the JVMs under test, not in the tests' own. */
package dev.racedetect.integration.host;
