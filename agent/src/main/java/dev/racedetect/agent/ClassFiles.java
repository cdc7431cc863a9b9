package dev.racedetect.agent;

/** The head of a class file (JVMS 4.1). */
final class ClassFiles {

  /** The first version that there has been, that of JDK 1.0. */
  static final int OLDEST = 45;

  /** The newest version that can be instrumented, that of JDK 27. */
  static final int NEWEST = 71;

  private static final int MAGIC = 0xCAFEBABE;

  private ClassFiles() {}

  /**
   * The major version.
   *
   * @return the version; 0 when this is no class file
   */
  static int version(byte[] file) {
    if (file.length < 8) {
      return 0;
    }
    int magic = (file[0] & 0xFF) << 24 | (file[1] & 0xFF) << 16 | two(file, 2);
    return magic == MAGIC ? two(file, 6) : 0;
  }

  private static int two(byte[] file, int at) {
    return (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF;
  }
}
