package dev.racedetect.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassFilesTest {

  @Test
  void version() {
    byte[] file = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, (byte) 0xFF, 0, 1, 5};
    assertThat(ClassFiles.version(file)).isEqualTo(0x105);
    file[3] = 0;
    assertThat(ClassFiles.version(file)).as("no class file").isZero();
    assertThat(ClassFiles.version(new byte[7])).as("too short").isZero();
  }
}
