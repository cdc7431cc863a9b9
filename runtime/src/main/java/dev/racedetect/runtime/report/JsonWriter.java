package dev.racedetect.runtime.report;

import dev.racedetect.runtime.escape.EscapeFinding;
import dev.racedetect.runtime.escape.Fault;
import dev.racedetect.runtime.race.AccessFacts;
import dev.racedetect.runtime.race.Frames;
import dev.racedetect.runtime.race.Location;
import dev.racedetect.runtime.race.LockFacts;
import dev.racedetect.runtime.race.RaceFinding;
import dev.racedetect.runtime.race.TestFacts;
import dev.racedetect.runtime.race.ThreadFacts;
import org.jspecify.annotations.Nullable;

/**
 * Renders findings as JSON lines, schema 1. Every member is always there; what is unknown or does
 * not apply is null. Only the members about tests are left out where no test is known.
 */
final class JsonWriter {

  private final long pid;
  private final AppCode app;
  private final @Nullable String version;
  private final @Nullable String host;

  /**
   * Creates a writer.
   *
   * @param pid process id of this JVM
   * @param app tells which frames are a library's
   */
  JsonWriter(long pid, AppCode app) {
    this(pid, app, null, null);
  }

  /**
   * Creates a writer that says where a finding was made.
   *
   * @param pid process id of this JVM
   * @param app tells which frames are a library's
   * @param version of the program, null if it is not known
   * @param host name of the machine or container, null to leave it out
   */
  JsonWriter(long pid, AppCode app, @Nullable String version, @Nullable String host) {
    this.pid = pid;
    this.app = app;
    this.version = version;
    this.host = host;
  }

  /** Where it was found. */
  private void origin(JsonBuilder json) {
    json.name("pid").value(pid);
    if (host != null) {
      json.name("host").value(host);
    }
    if (version != null) {
      json.name("version").value(version);
    }
  }

  /**
   * A race.
   *
   * @param millis when it was found, milliseconds since 1970 UTC
   */
  String race(RaceFinding finding, String fingerprint, @Nullable String hint, long millis) {
    return race(start("race"), finding, fingerprint, hint, millis).endObject().line();
  }

  /** A race that the baseline lists. */
  String knownRace(RaceFinding finding, String fingerprint, @Nullable String hint, long millis) {
    JsonBuilder json = race(start("race"), finding, fingerprint, hint, millis);
    return json.name("known").value(true).endObject().line();
  }

  /**
   * A race outside the program's own code: a kind of its own, so that who counts races does not
   * count it.
   *
   * @param library name and version of the library, or a package
   */
  String foreignRace(
      RaceFinding finding, String fingerprint, @Nullable String hint, long millis, String library) {
    JsonBuilder json = race(start("foreign"), finding, fingerprint, hint, millis);
    return json.name("library").value(library).endObject().line();
  }

  private JsonBuilder race(
      JsonBuilder json,
      RaceFinding finding,
      String fingerprint,
      @Nullable String hint,
      long millis) {
    json.name("fingerprint").value(fingerprint);
    json.name("time").value(Timestamp.iso(millis));
    origin(json);
    location(json, finding.location());
    json.name("accesses").array();
    access(json, finding.current());
    access(json, finding.previous());
    json.endArray();
    ThreadFacts one = finding.current().thread();
    ThreadFacts other = finding.previous().thread();
    json.name("threads").array();
    thread(json, one);
    if (other.id() != one.id()) {
      thread(json, other);
    }
    json.endArray();
    json.name("hint").value(hint);
    TestFacts tests = finding.tests();
    if (tests != null) {
      json.name("test").value(tests.owner());
      json.name("bystander").value(tests.bystander());
    }
    return json;
  }

  /**
   * An escaped exception.
   *
   * @param millis when it was judged, milliseconds since 1970 UTC
   */
  String escape(EscapeFinding finding, String fingerprint, long millis, boolean known) {
    JsonBuilder json = start("escape");
    if (known) {
      json.name("known").value(true);
    }
    json.name("fingerprint").value(fingerprint);
    json.name("time").value(Timestamp.iso(millis));
    origin(json);
    json.name("exception").value(finding.fault().className());
    json.name("message").value(finding.fault().message());
    json.name("how").value(finding.how().word());
    json.name("confidence").value(finding.confidence());
    json.name("thread");
    thread(json, finding.thread());
    json.name("stack");
    stack(json, finding.fault().stack());
    json.name("causes").array();
    for (Fault cause = finding.fault().cause(); cause != null; cause = cause.cause()) {
      json.object();
      json.name("exception").value(cause.className());
      json.name("message").value(cause.message());
      json.name("stack");
      stack(json, cause.stack());
      json.endObject();
    }
    json.endArray();
    json.name("submittedAt");
    stack(json, finding.submittedAt());
    json.name("task").value(finding.task());
    json.name("consequence").value(finding.consequence());
    json.name("hint").value(finding.how().hint());
    return json.endObject().line();
  }

  /** Something the detector cannot do as it should. */
  String degraded(String what, String detail, long millis) {
    JsonBuilder json = start("degraded");
    json.name("what").value(what);
    json.name("detail").value(detail);
    json.name("time").value(Timestamp.iso(millis));
    origin(json);
    return json.endObject().line();
  }

  /** The end of the run. */
  String summary(Summary summary) {
    JsonBuilder json = start("summary");
    json.name("races").value(summary.races());
    json.name("escapes").value(summary.escapes());
    Coverage.Counts counts = summary.coverage();
    json.name("classes").object();
    json.name("instrumented").value(counts.instrumented());
    json.name("skipped").value(counts.skipped());
    json.name("reasons").object();
    for (Coverage.Skipped skipped : counts.reasons()) {
      json.name(skipped.reason()).value(skipped.count());
    }
    json.endObject().endObject();
    long tenths = (summary.millis() + 50) / 100;
    json.name("seconds").raw(tenths / 10 + "." + tenths % 10);
    json.name("suppressed").value(summary.suppressed());
    json.name("foreign").value(summary.foreign());
    json.name("known").value(summary.known());
    json.name("degraded").value(summary.degraded());
    origin(json);
    return json.endObject().line();
  }

  private static JsonBuilder start(String kind) {
    return new JsonBuilder().object().name("schema").value(1).name("kind").value(kind);
  }

  private static void location(JsonBuilder json, Location location) {
    json.name("location").object();
    json.name("kind").value(location.kind());
    json.name("class").value(location.className());
    json.name("name").value(location.name());
    json.name("index");
    if (location.index() < 0) {
      json.raw("null");
    } else {
      json.value(location.index());
    }
    json.name("object").value(location.object());
    json.name("declaration").value(location.declaration());
    if (location.value() != null) {
      json.name("value").value(location.value());
    }
    json.endObject();
  }

  private void access(JsonBuilder json, AccessFacts access) {
    json.object();
    json.name("op").value(access.op());
    if (access.call() != null) {
      json.name("call").value(access.call());
    }
    json.name("thread").value("t" + access.thread().id());
    json.name("stack");
    stack(json, access.stack());
    json.name("locks");
    LockFacts[] locks = access.locks();
    if (locks == null) {
      json.raw("null");
    } else {
      json.array();
      for (LockFacts lock : locks) {
        lock(json, lock);
      }
      json.endArray();
    }
    json.endObject();
  }

  private void lock(JsonBuilder json, LockFacts lock) {
    json.object().name("object").value(lock.object()).name("at");
    StackTraceElement[] at = lock.at();
    StackTraceElement[] place = at == null ? new StackTraceElement[0] : Frames.trim(at);
    if (place.length == 0) {
      json.raw("null");
    } else {
      frame(json, place[0]);
    }
    json.endObject();
  }

  private void thread(JsonBuilder json, ThreadFacts thread) {
    json.object();
    json.name("id").value("t" + thread.id());
    json.name("name").value(thread.name());
    json.name("virtual").value(thread.virtual());
    json.name("state").value(thread.finished() ? "finished" : "running");
    json.name("createdBy").value(thread.createdBy());
    json.name("createdAt");
    stack(json, thread.createdAt());
    json.name("submittedAt");
    stack(json, thread.submittedAt());
    json.endObject();
  }

  private void stack(JsonBuilder json, StackTraceElement[] stack) {
    json.array();
    for (StackTraceElement frame : Frames.trim(stack)) {
      frame(json, frame);
    }
    json.endArray();
  }

  private void frame(JsonBuilder json, StackTraceElement frame) {
    json.object();
    json.name("class").value(frame.getClassName());
    json.name("method").value(frame.getMethodName());
    json.name("file").value(frame.getFileName());
    json.name("line").value(frame.getLineNumber());
    LibraryJars.Library library = app.library(frame.getClassName());
    if (library != null) {
      json.name("library").value(library.name());
      json.name("version").value(library.version());
    }
    json.endObject();
  }
}
