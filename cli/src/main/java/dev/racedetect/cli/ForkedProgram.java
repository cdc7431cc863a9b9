package dev.racedetect.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;

/** Runs programs as child processes. */
final class ForkedProgram implements ProgramLauncher {

  @Override
  public Path agentJar() {
    CodeSource source = ForkedProgram.class.getProtectionDomain().getCodeSource();
    try {
      Path jar = Path.of(source.getLocation().toURI());
      if (!Files.isRegularFile(jar)) {
        throw new UserError("run needs racedetect.jar, but this is started from " + jar);
      }
      return jar;
    } catch (URISyntaxException e) {
      throw new UserError("cannot tell the path of racedetect.jar from " + source.getLocation());
    }
  }

  @Override
  public int run(List<String> command) {
    SignalForwarding signals = new SignalForwarding();
    signals.install();
    Process process;
    try {
      process = new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      throw new UserError(e.getMessage() + "; name a Java launcher that exists");
    }
    signals.to(process);
    while (process.isAlive()) {
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        // Nobody interrupts this thread in earnest: the child decides when it ends.
      }
    }
    return process.exitValue();
  }
}
