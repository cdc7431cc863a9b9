import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** 1.3: a method reference to a method of the JDK, called by the application. */
class RaceMethodReference {
  public static void main(String[] args) throws Exception {
    List<Integer> list = new ArrayList<>();
    Consumer<Integer> add = list::add;
    Thread first =
        new Thread(
            () -> {
              add.accept(1); // RACE ArrayList
            });
    Thread second =
        new Thread(
            () -> {
              add.accept(2); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
