import java.util.EnumMap;
import java.util.EnumSet;

/** CLI-2: enum constants that are reached through their class come after its initialisation. */
class NoRaceEnumsByClass {
  enum Planet {
    EARTH(1),
    MARS(2);

    int[] weights;
    String label;

    Planet(int weight) {
      weights = new int[] {weight};
      label = "planet " + weight;
    }
  }

  enum Other {
    ONE,
    TWO;

    String label = name() + "!";
  }

  static void all() {
    int sum = 0;
    for (Planet planet : EnumSet.allOf(Planet.class)) {
      sum += planet.weights[0] + planet.label.length();
    }
    for (Planet planet : Planet.class.getEnumConstants()) {
      sum += planet.weights[0];
    }
    sum += Enum.valueOf(Other.class, "TWO").label.length();
    sum += new EnumMap<Other, String>(Other.class).size();
    if (sum == 0) {
      throw new AssertionError();
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(NoRaceEnumsByClass::all);
    Thread second = new Thread(NoRaceEnumsByClass::all);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
