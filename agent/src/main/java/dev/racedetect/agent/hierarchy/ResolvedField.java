package dev.racedetect.agent.hierarchy;

/**
 * The outcome of resolving a symbolic field reference (JVMS 5.4.3.2).
 *
 * @param declaring the class that declares the field
 * @param field the field
 */
public record ResolvedField(ClassFacts declaring, FieldFacts field) {}
