/**
 * What the JDK promises, as a table: each row of the resource files names a method, an outcome, an
 * operation on a clock and the ids of the catalogue that it implements. {@link
 * dev.racedetect.agent.contract.ContractWeaver} inserts the hook calls into the JDK's methods.
 */
package dev.racedetect.agent.contract;
