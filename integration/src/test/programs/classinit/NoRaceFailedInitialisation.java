/** CLI-6: an initialisation that fails orders what it wrote before the error of later uses. */
class NoRaceFailedInitialisation {
  static int x;

  static class Broken {
    static {
      x = 1;
      if (x == 1) {
        throw new IllegalStateException("as intended");
      }
    }

    static void use() {}
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                Broken.use();
                throw new IllegalStateException();
              } catch (LinkageError e) {
                if (x != 1) {
                  throw new AssertionError(x);
                }
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                Broken.use();
                throw new IllegalStateException();
              } catch (LinkageError e) {
                if (x != 1) {
                  throw new AssertionError(x);
                }
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
