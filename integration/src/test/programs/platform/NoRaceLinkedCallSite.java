import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;

/** IND-1: all threads see a call site as its bootstrap method has left it, whoever has linked it. */
class NoRaceLinkedCallSite {
  public static class Site extends MutableCallSite {
    int base;

    Site(MethodType type) {
      super(type);
    }
  }

  /** Takes the place of the JDK's bootstrap method for the concatenation of strings. */
  public static class Boot {
    public static CallSite makeConcatWithConstants(
        MethodHandles.Lookup lookup,
        String name,
        MethodType type,
        String recipe,
        Object... constants)
        throws ReflectiveOperationException {
      Site site = new Site(type);
      MethodHandle run =
          MethodHandles.lookup()
              .findStatic(
                  Boot.class,
                  "run",
                  MethodType.methodType(String.class, Site.class, int.class));
      site.setTarget(MethodHandles.insertArguments(run, 0, site));
      site.base = 1;
      return site;
    }

    static String run(Site site, int x) {
      return String.valueOf(site.base + x);
    }
  }

  public static class Task implements IntFunction<String> {
    @Override
    public String apply(int x) {
      return "x" + x;
    }
  }

  /** Defines Task with another bootstrap method in its constant pool. */
  static class Loader extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals("NoRaceLinkedCallSite$Task")) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = NoRaceLinkedCallSite.class.getResourceAsStream(name + ".class")) {
        String file = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        String changed =
            file.replace(
                constant("java/lang/invoke/StringConcatFactory"), constant("NoRaceLinkedCallSite$Boot"));
        byte[] b = changed.getBytes(StandardCharsets.ISO_8859_1);
        return defineClass(name, b, 0, b.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    private static String constant(String text) {
      return "\u0001\u0000" + (char) text.length() + text;
    }
  }

  @SuppressWarnings("unchecked")
  public static void main(String[] args) throws Exception {
    Class<?> type = new Loader().loadClass("NoRaceLinkedCallSite$Task");
    IntFunction<String> task = (IntFunction<String>) type.getConstructor().newInstance();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(
              () -> {
                for (int x = 0; x < 100; x++) {
                  if (!task.apply(x).equals(String.valueOf(x + 1))) {
                    throw new AssertionError();
                  }
                }
              });
    }
    Arrays.stream(threads).forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
