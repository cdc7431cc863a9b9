package dev.racedetect.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Races on this field, or completed by this method or constructor, are meant to be: the detector
 * does not report them. Nothing else changes; in particular no order comes from it.
 *
 * <p>Say why it is harmless: that each thread would compute the same value, say, and that the value
 * is of at most 32 bits or an object with final fields only (JLS 17.5, 17.7).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface BenignRace {
  /** Why the race does no harm. */
  String value();
}
