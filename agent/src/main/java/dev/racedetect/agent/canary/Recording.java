package dev.racedetect.agent.canary;

import dev.racedetect.runtime.race.RaceFinding;
import java.util.List;
import jdk.jfr.AnnotationElement;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.EventFactory;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.ValueDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Events for flight recordings: {@code racedetect.Race} for a finding, with its stack, and {@code
 * racedetect.Canary} for what the governor does. Does nothing in a JVM without {@code jdk.jfr}, nor
 * before somebody records.
 */
final class Recording {
  private boolean possible = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  /** A race was reported; on the thread that found it. */
  void found(RaceFinding finding, String fingerprint) {
    if (possible) {
      try {
        Events.found(finding.location().describe(), fingerprint);
      } catch (RuntimeException | LinkageError e) {
        possible = false;
      }
    }
  }

  /** After a sampling period, or when the state has changed. */
  void governed(Governor.Status status) {
    if (possible) {
      try {
        Events.governed(status);
      } catch (RuntimeException | LinkageError e) {
        possible = false;
      }
    }
  }

  /** Apart, so that the names of its types are resolved where they exist only. */
  private static final class Events {
    private static @Nullable EventFactory race;
    private static @Nullable EventFactory canary;

    static void found(String location, String fingerprint) {
      if (!FlightRecorder.isInitialized()) {
        return;
      }
      EventFactory factory = race;
      if (factory == null) {
        factory =
            type(
                "racedetect.Race",
                "Data Race",
                List.of(
                    new ValueDescriptor(String.class, "location"),
                    new ValueDescriptor(String.class, "fingerprint")));
        race = factory;
      }
      Event event = factory.newEvent();
      if (event.shouldCommit()) {
        event.set(0, location);
        event.set(1, fingerprint);
        event.commit();
      }
    }

    static void governed(Governor.Status status) {
      if (!FlightRecorder.isInitialized()) {
        return;
      }
      EventFactory factory = canary;
      if (factory == null) {
        factory =
            type(
                "racedetect.Canary",
                "Race Detector's Governor",
                List.of(
                    new ValueDescriptor(String.class, "state"),
                    new ValueDescriptor(String.class, "reason"),
                    new ValueDescriptor(double.class, "cpuShare"),
                    new ValueDescriptor(double.class, "sampledShare"),
                    new ValueDescriptor(long.class, "periods")));
        canary = factory;
      }
      Event event = factory.newEvent();
      if (event.shouldCommit()) {
        event.set(0, status.state().name());
        event.set(1, status.why());
        event.set(2, status.share());
        event.set(3, status.sampled());
        event.set(4, status.periods());
        event.commit();
      }
    }

    private static EventFactory type(String name, String label, List<ValueDescriptor> fields) {
      return EventFactory.create(
          List.of(
              new AnnotationElement(Name.class, name),
              new AnnotationElement(Label.class, label),
              new AnnotationElement(Category.class, new String[] {"racedetect"})),
          fields);
    }
  }
}
