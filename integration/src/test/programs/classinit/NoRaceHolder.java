/** CLI-1: the holder idiom; the plain fields of the singleton are written during initialisation. */
class NoRaceHolder {
  static class Config {
    int port;
  }

  static class Holder {
    static final Config CONFIG = make();

    static Config make() {
      Config c = new Config();
      c.port = 80;
      return c;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              if (Holder.CONFIG.port != 80) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              if (Holder.CONFIG.port != 80) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
