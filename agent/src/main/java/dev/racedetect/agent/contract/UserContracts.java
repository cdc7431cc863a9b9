package dev.racedetect.agent.contract;

import dev.racedetect.runtime.options.OptionException;
import dev.racedetect.runtime.report.Findings;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contracts of the application's own primitives: files {@code racedetect.contracts} on the class
 * path, or one that an option names. Woven into application classes as those of the JDK are into
 * its own.
 */
public final class UserContracts {
  private static final String NAME = "racedetect.contracts";

  private final Map<String, List<Contract>> rows = new HashMap<>();

  private UserContracts(List<Contract> all) {
    for (Contract row : all) {
      rows.computeIfAbsent(row.owner(), owner -> new ArrayList<>()).add(row);
    }
  }

  /**
   * Reads the file that the option names, or else all of the usual name on the class path.
   *
   * @param file null if no option names one
   * @throws OptionException if a file cannot be read or a line not be understood
   */
  public static UserContracts load(@Nullable String file) throws OptionException {
    List<Contract> all = new ArrayList<>();
    if (file != null) {
      try {
        all.addAll(UserContractParser.parse(file, Files.readAllLines(Path.of(file))));
      } catch (IOException | InvalidPathException e) {
        throw new OptionException("option contracts: cannot read " + file + " (" + e + ")");
      }
      return new UserContracts(all);
    }
    try {
      for (URL url : Collections.list(ClassLoader.getSystemResources(NAME))) {
        try (var in = url.openStream()) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          all.addAll(UserContractParser.parse(url.toString(), text.lines().toList()));
        }
      }
    } catch (IOException e) {
      throw new OptionException("cannot read " + NAME + " on the class path (" + e + ")");
    }
    return new UserContracts(all);
  }

  /**
   * Weaves the contracts of a class, if it has any. What does not fit the class is said aloud and
   * left out.
   *
   * @return the class file to use
   */
  public byte[] weave(String internalName, byte[] classfile) {
    List<Contract> mine = rows.get(internalName);
    if (mine == null) {
      return classfile;
    }
    List<Contract> missing = new ArrayList<>();
    try {
      byte[] woven = ContractWeaver.weave(classfile, mine, missing);
      for (Contract row : missing) {
        Findings.degraded("contract without a method", row.toString());
      }
      return woven;
    } catch (RuntimeException e) {
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      Findings.degraded("contract not applied", internalName.replace('/', '.') + ": " + reason);
      return classfile;
    }
  }
}
