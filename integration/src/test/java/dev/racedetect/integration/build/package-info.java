/** Race-enabled jars, made by {@code racedetect build} and started by plain {@code java -jar}. */
package dev.racedetect.integration.build;
