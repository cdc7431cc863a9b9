/** CLI-9: a class that has been initialised is no lock for later uses. */
class RaceAfterInitialisation {
  static class Counter {
    int value;
  }

  static class Holder {
    static final Counter COUNTER = new Counter();
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              Holder.COUNTER.value++; // RACE Counter.value
            });
    Thread second =
        new Thread(
            () -> {
              Holder.COUNTER.value++; // RACE Counter.value
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
