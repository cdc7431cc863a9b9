/** Contracts of the JDK on every JDK found, and those of users. */
package dev.racedetect.integration.contracts;
