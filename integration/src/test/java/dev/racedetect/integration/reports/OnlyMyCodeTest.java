package dev.racedetect.integration.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.integration.harness.Jdk;
import dev.racedetect.integration.harness.Jdks;
import dev.racedetect.integration.harness.Jvm;
import dev.racedetect.integration.harness.Outcome;
import dev.racedetect.integration.harness.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A library's own race is set aside; one that the program makes with the library is not. */
class OnlyMyCodeTest {

  private static final String LIBRARY =
      """
      package org.pool;
      public class Pool {
        private int hits;
        private int steps;
        public void start() throws Exception {
          Thread[] threads = {new Thread(this::hit), new Thread(this::hit)};
          for (Thread thread : threads) thread.start();
          for (Thread thread : threads) thread.join();
        }
        private void hit() { hits++; }
        public void step() { steps++; }
      }
      """;

  private static final String PROGRAM =
      """
      package com.acme;
      import org.pool.Pool;
      public class Main {
        public static void main(String[] args) throws Exception {
          Pool pool = new Pool();
          if (args[0].equals("library")) {
            pool.start();
          } else {
            Thread[] threads = {new Thread(pool::step), new Thread(pool::step)};
            for (Thread thread : threads) thread.start();
            for (Thread thread : threads) thread.join();
          }
        }
      }
      """;

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  private Outcome run(Jdk jdk, String who, String... options) throws IOException {
    Path library = Files.writeString(folder.resolve("Pool.java"), LIBRARY);
    Path program = Files.writeString(folder.resolve("Main.java"), PROGRAM);
    Path classes = Sources.compile(jdk, library, program);
    Path jar = folder.resolve("pool-1.2.3.jar");
    Path own = Files.createDirectories(folder.resolve("classes/com/acme"));
    if (!Files.exists(jar)) {
      try (OutputStream file = Files.newOutputStream(jar);
          JarOutputStream out = new JarOutputStream(file);
          Stream<Path> made = Files.list(classes.resolve("org/pool"))) {
        for (Path one : made.toList()) {
          out.putNextEntry(new JarEntry("org/pool/" + one.getFileName()));
          out.write(Files.readAllBytes(one));
        }
      }
      Files.copy(classes.resolve("com/acme/Main.class"), own.resolve("Main.class"));
    }
    return Jvm.on(jdk)
        .agent(options)
        .classpath(folder.resolve("classes"), jar)
        .main("com.acme.Main")
        .args(who)
        .run();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aLibrarysOwnRaceIsCountedAndDoesNotFail(Jdk jdk) throws IOException {
    Outcome outcome = run(jdk, "library");
    assertThat(outcome.exit()).as(outcome::describe).isZero();
    assertThat(outcome.races()).isEmpty();
    assertThat(outcome.ofKind("foreign")).isNotEmpty();
    assertThat(outcome.err()).contains("in pool 1.2.3 alone");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void theProgramsRaceInALibrarysClassIsReported(Jdk jdk) throws IOException {
    Outcome outcome = run(jdk, "program");
    assertThat(outcome.exit()).as(outcome::describe).isEqualTo(66);
    assertThat(outcome.races()).isNotEmpty();
    assertThat(outcome.ofKind("foreign")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void everyRaceIsReportedOnDemand(Jdk jdk) throws IOException {
    Outcome outcome = run(jdk, "library", "app=all");
    assertThat(outcome.exit()).as(outcome::describe).isEqualTo(66);
  }
}
