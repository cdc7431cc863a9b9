/** The shipped jar in {@code mode=canary}. */
package dev.racedetect.integration.canary;
