package dev.racedetect.libraries;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** One cold Jackson mapper that four threads use at once for reading and writing. */
public final class JacksonDriver {
  private static final int ROUNDS = 400;

  private JacksonDriver() {}

  /** An order with nested values, bound through fields. */
  public static final class Order {
    /** Number. */
    public int id;

    /** Items in order. */
    public List<Item> items = new ArrayList<>();

    /** Free text by name. */
    public Map<String, String> notes = new TreeMap<>();

    /** Either kind of payment. */
    public Payment payment = new Cash();
  }

  /**
   * One item of an order.
   *
   * @param name what was ordered
   * @param count how many
   */
  public record Item(String name, int count) {}

  /** A polymorphic part. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Cash.class, name = "cash"),
    @JsonSubTypes.Type(value = Card.class, name = "card")
  })
  public interface Payment {}

  /** Paid in cash. */
  public static final class Cash implements Payment {
    /** Paid amount. */
    public double amount;
  }

  /** Paid by card. */
  public static final class Card implements Payment {
    /** Number of the card. */
    public String number = "";
  }

  /**
   * Prints a hash of all the texts and a sum over all the read values.
   *
   * @param args not used
   * @throws Exception if a member fails
   */
  public static void main(String[] args) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    LongAdder hash = new LongAdder();
    LongAdder sum = new LongAdder();
    Crew.run(
        4,
        member -> {
          for (int i = 0; i < ROUNDS; i++) {
            String text = mapper.writeValueAsString(order(member, i));
            hash.add(text.hashCode());
            Order read = mapper.readValue(text, Order.class);
            sum.add(read.id + read.items.get(1).count());
            byte[] bytes = mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(read.items);
            List<Item> items = mapper.readValue(bytes, new TypeReference<List<Item>>() {});
            JsonNode tree = mapper.readTree(text);
            sum.add(items.size() + tree.get("notes").size());
            sum.add(mapper.convertValue(tree.get("items").get(0), Item.class).count());
          }
        });
    System.out.println("hash=" + hash.sum() + " sum=" + sum.sum());
  }

  private static Order order(int member, int number) {
    Order order = new Order();
    order.id = member * ROUNDS + number;
    order.items.add(new Item("bolt " + number, number % 7));
    order.items.add(new Item("nut \u00e9\"", member));
    order.notes.put("field" + number % 50, "some text");
    order.notes.put("member", "m" + member);
    if (number % 2 == 0) {
      Card card = new Card();
      card.number = "4711-" + number;
      order.payment = card;
    }
    return order;
  }
}
