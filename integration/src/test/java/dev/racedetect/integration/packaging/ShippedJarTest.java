package dev.racedetect.integration.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.integration.harness.Jvm;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped jar holds our own packages, its notices, and nothing else. */
class ShippedJarTest {

  private static final int JAVA_17 = 61;

  /** Of the JDK, and the annotations that are needed by compilers only. */
  private static final List<String> FOREIGN =
      List.of("java/", "javax/", "jdk/", "org/w3c/dom/", "org/xml/sax/", "org/jspecify/");

  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(Jvm.shippedJar().toFile());
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void manifestNamesAgentAndCommandLine() throws IOException {
    Attributes main = jar.getManifest().getMainAttributes();
    String agent = "dev.racedetect.agent.RaceDetectAgent";
    assertThat(main.getValue("Premain-Class")).isEqualTo(agent);
    assertThat(main.getValue("Agent-Class")).isEqualTo(agent);
    assertThat(main.getValue("Launcher-Agent-Class")).isEqualTo(agent);
    assertThat(main.getValue("Main-Class")).isEqualTo("dev.racedetect.cli.Main");
    assertThat(main.getValue("Can-Redefine-Classes")).isEqualTo("true");
    assertThat(main.getValue("Can-Retransform-Classes")).isEqualTo("true");
    assertThat(main.getValue("Implementation-Version")).isNotBlank();
    assertThat(main.getValue("Multi-Release")).isNull();
  }

  @Test
  void classesNamedInTheManifestExist() {
    assertThat(jar.getEntry("dev/racedetect/agent/RaceDetectAgent.class")).isNotNull();
    assertThat(jar.getEntry("dev/racedetect/cli/Main.class")).isNotNull();
  }

  @Test
  void everyEntryIsOurs() {
    assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
        .allMatch(
            name ->
                name.startsWith("dev/racedetect/")
                    || name.matches("META-INF/(MANIFEST\\.MF|NOTICE|([A-Za-z]+-)*LICENSE)"))
        .doesNotHaveDuplicates()
        .contains("META-INF/LICENSE", "META-INF/NOTICE");
  }

  @Test
  void noClassRefersToAnUnrelocatedLibrary() {
    TreeSet<String> strangers = new TreeSet<>();
    for (ShippedClass shipped : ShippedClass.below(jar, "dev/racedetect/")) {
      for (String name : shipped.references()) {
        boolean ours = name.startsWith("dev/racedetect/") && jar.getEntry(name + ".class") != null;
        if (!ours && FOREIGN.stream().noneMatch(name::startsWith)) {
          strangers.add(shipped.name() + " -> " + name);
        }
      }
    }
    assertThat(strangers).isEmpty();
  }

  @Test
  void everyClassLoadsOnJava17() {
    assertThat(ShippedClass.below(jar, "dev/racedetect/"))
        .isNotEmpty()
        .allMatch(shipped -> shipped.majorVersion() <= JAVA_17, "class file version <= 61");
  }

  /** The engine runs inside methods of java.base, which must not link call sites of ours. */
  @Test
  void runtimeHasNoDynamicCallSites() {
    List<ShippedClass> runtime = ShippedClass.below(jar, "dev/racedetect/runtime/");
    assertThat(runtime).isNotEmpty();
    assertThat(runtime.stream().flatMap(shipped -> shipped.dynamicSites().stream()))
        .allMatch(site -> site.endsWith(": java/lang/runtime/ObjectMethods"));
  }
}
