package dev.racedetect.integration.packaging;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.racedetect.integration.harness.Jvm;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dependencies between the modules point one way, and the engine needs java.base only. */
class ModuleDirectionTest {

  private static final String RUNTIME = "dev.racedetect.runtime..";
  private static final String AGENT = "dev.racedetect.agent..";
  private static final String REPORT = "dev.racedetect.report..";
  private static final String CLI = "dev.racedetect.cli..";
  private static final String SHADED_JACKSON = "dev.racedetect.shaded.jackson..";
  private static final String SHADED_PICOCLI = "dev.racedetect.shaded.picocli..";

  /** Read by compilers only, absent when the engine runs. */
  private static final String ANNOTATIONS = "org.jspecify.annotations";

  private static JavaClasses shipped;

  @BeforeAll
  static void read() throws IOException {
    try (JarFile jar = new JarFile(Jvm.shippedJar().toFile())) {
      shipped =
          new ClassFileImporter()
              .withImportOption(location -> !location.contains("/shaded/"))
              .importJar(jar);
    }
  }

  @Test
  void runtimeNeedsJavaBaseOnly() {
    classes()
        .that()
        .resideInAPackage(RUNTIME)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(RUNTIME, ANNOTATIONS).or(packageOfJavaBase()))
        .because("it lives on the boot class path and must work in the smallest JVM image")
        .check(shipped);
  }

  @Test
  void nobodyUsesSunMisc() {
    noClasses()
        .that()
        .resideInAnyPackage(RUNTIME, AGENT, REPORT, CLI)
        .should()
        .dependOnClassesThat(resideInAPackage("sun.misc.."))
        .because("it warns on newer JDKs and is about to go")
        .check(shipped);
  }

  /**
   * The hooks of the field updaters are exempt: they perform the application's own operation on the
   * application's updater, and updaters are bridged at call sites, not advised in their bodies. So
   * is what asks the JDK for the live virtual threads, which come as streams: muted, at the JVM's
   * end.
   */
  @Test
  void runtimeUsesNothingThatItInstruments() {
    noClasses()
        .that()
        .resideInAPackage(RUNTIME)
        .and()
        .haveSimpleNameNotStartingWith("Updater")
        .and()
        .doNotHaveSimpleName("VirtualThreads")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.util.concurrent.atomic..",
                "java.util.logging..",
                "java.util.regex..",
                "java.util.stream.."))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocal.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ConcurrentMap.class)
        .because("a hook must not run into hooks")
        .check(shipped);
  }

  @Test
  void agentKnowsTheEngineAndAsmOnly() {
    noClasses()
        .that()
        .resideInAPackage(AGENT)
        .should()
        .dependOnClassesThat(resideInAnyPackage(REPORT, SHADED_JACKSON, SHADED_PICOCLI))
        .check(shipped);
  }

  @Test
  void reportKnowsNoAgent() {
    noClasses()
        .that()
        .resideInAPackage(REPORT)
        .should()
        .dependOnClassesThat(resideInAPackage(AGENT))
        .check(shipped);
  }

  @Test
  void nobodyKnowsTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLI)
        .should()
        .dependOnClassesThat(resideInAPackage(CLI))
        .check(shipped);
  }

  private static DescribedPredicate<JavaClass> packageOfJavaBase() {
    Set<String> packages = Object.class.getModule().getPackages();
    return DescribedPredicate.describe(
        "are in java.base", type -> isPrimitive(type) || packages.contains(elementPackage(type)));
  }

  private static boolean isPrimitive(JavaClass type) {
    return type.getBaseComponentType().isPrimitive();
  }

  private static String elementPackage(JavaClass type) {
    return type.getBaseComponentType().getPackageName();
  }
}
