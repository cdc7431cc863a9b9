/** A field that is declared in the superclass and accessed through the subclass. */
class RaceInheritedField {
  static class Base {
    int x;
  }

  static class Sub extends Base {}

  public static void main(String[] args) throws Exception {
    Sub o = new Sub();
    Base same = o;
    Thread first =
        new Thread(
            () -> {
              o.x++; // RACE Base.x
            });
    Thread second =
        new Thread(
            () -> {
              same.x++; // RACE Base.x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
