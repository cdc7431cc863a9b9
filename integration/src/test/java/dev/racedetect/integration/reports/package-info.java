/**
 * What the reports of whole runs contain: files of several processes, whose code, known findings.
 */
package dev.racedetect.integration.reports;
