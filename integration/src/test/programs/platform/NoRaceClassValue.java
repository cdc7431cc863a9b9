import java.util.ArrayList;
import java.util.List;

/** IND-6: what computed the value of a class happens before whoever gets that value. */
class NoRaceClassValue {
  static final ClassValue<List<String>> VALUES =
      new ClassValue<>() {
        @Override
        protected List<String> computeValue(Class<?> type) {
          Holder holder = new Holder();
          holder.name = type.getName();
          return holder;
        }
      };

  static class Holder extends ArrayList<String> {
    String name;
  }

  static void use() {
    if (((Holder) VALUES.get(String.class)).name.isEmpty()) {
      throw new AssertionError();
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(NoRaceClassValue::use);
    Thread second = new Thread(NoRaceClassValue::use);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
