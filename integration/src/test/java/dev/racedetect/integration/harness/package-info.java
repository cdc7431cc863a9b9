/**
 * How the tests start a JVM with the shipped jar: the JDKs of the machine, a process with its
 * output and findings, compiled programs, and what a program's comments say must be reported.
 */
package dev.racedetect.integration.harness;
