/** A field of a type variable. */
class RaceGenericField {
  static class Ref<T> {
    T value;

    void set(T v) {
      value = v; // RACE Ref.value
    }
  }

  public static void main(String[] args) throws Exception {
    Ref<String> ref = new Ref<>();
    Thread first =
        new Thread(
            () -> {
              ref.set("a");
            });
    Thread second =
        new Thread(
            () -> {
              ref.set("b");
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
