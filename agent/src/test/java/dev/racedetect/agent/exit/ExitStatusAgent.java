package dev.racedetect.agent.exit;

import dev.racedetect.runtime.options.OptionException;
import dev.racedetect.runtime.options.Options;
import dev.racedetect.runtime.report.Findings;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;

/** An agent that does nothing but what the exit status needs. */
public final class ExitStatusAgent implements ClassFileTransformer {

  private final ExitStatusTransformer transformer = new ExitStatusTransformer();

  private ExitStatusAgent() {}

  public static void premain(String options, Instrumentation instrumentation) throws Exception {
    try {
      Findings.start(Options.parse(null, options));
    } catch (OptionException e) {
      Runtime.getRuntime().halt(2);
    }
    ExitStatusAgent agent = new ExitStatusAgent();
    instrumentation.addTransformer(agent, true);
    instrumentation.retransformClasses(Class.forName("java.lang.Shutdown"), Thread.class);
    if (!agent.transformer.isComplete()) {
      throw new IllegalStateException("incomplete");
    }
  }

  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] classfile) {
    if (ExitStatusTransformer.SHUTDOWN.equals(name)) {
      return transformer.transform(classfile);
    }
    return ExitStatusTransformer.THREAD.equals(name)
        ? transformer.transformThread(classfile)
        : null;
  }
}
