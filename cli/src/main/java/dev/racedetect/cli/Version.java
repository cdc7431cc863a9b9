package dev.racedetect.cli;

import picocli.CommandLine.IVersionProvider;

/** Tells the version from the jar's manifest. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "racedetect " + number(),
      "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
    };
  }

  /** The version alone. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
