/** IND-6: the value of a class is ordinary data once it is shared. */
class RaceClassValue {
  static final ClassValue<int[]> VALUES =
      new ClassValue<>() {
        @Override
        protected int[] computeValue(Class<?> type) {
          return new int[1];
        }
      };

  static void use() {
    VALUES.get(String.class)[0]++; // RACE int[]
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(RaceClassValue::use);
    Thread second = new Thread(RaceClassValue::use);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
