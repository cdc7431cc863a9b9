package dev.racedetect.agent.contract;

import dev.racedetect.runtime.options.OptionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads contracts that users write: the form of the JDK's table, with fewer words. Anything that is
 * not understood stops the start.
 */
final class UserContractParser {
  private static final String FORM =
      "expected lines 'class name' and below it lines 'method(types) moment operation'";
  private static final String MOMENTS =
      "valid moments: entry, return, return=true, return=false, return!=null, return==null, throw";
  private static final String OPERATIONS =
      "valid operations: release(key), acquire(key), where key is this, this.field, class, arg0,"
          + " arg1 and so on, or, at a return, result";

  private static final Set<String> OUTCOMES = Set.of("", "=true", "=false", "!=null", "==null");
  private static final Pattern TYPE_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$.]*");
  private static final Pattern METHOD =
      Pattern.compile("([\\p{L}_$][\\p{L}\\p{N}_$]*|<init>)\\(([^()]*)\\)");
  private static final Pattern OPERATION =
      Pattern.compile(
          "(release|acquire)\\((this|this\\.[\\p{L}\\p{N}_$]+|class|arg\\d+|result)\\)");
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

  private final String file;
  private final List<Contract> rows = new ArrayList<>();
  private List<String> owners = List.of();
  private int line;

  private UserContractParser(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @param file what to call it in messages
   * @throws OptionException naming file, line and what would be valid
   */
  static List<Contract> parse(String file, List<String> lines) throws OptionException {
    UserContractParser parser = new UserContractParser(file);
    for (String text : lines) {
      parser.line++;
      int comment = text.indexOf('#');
      String content = (comment < 0 ? text : text.substring(0, comment)).trim();
      if (!content.isEmpty()) {
        parser.line(content);
      }
    }
    return parser.rows;
  }

  private void line(String content) throws OptionException {
    if (content.equals("class") || content.startsWith("class ")) {
      owners(content.substring("class".length()));
      return;
    }
    String[] words = content.replaceAll("\\s*,\\s*", ",").split("\\s+", -1);
    if (owners.isEmpty() || words.length != 3) {
      throw wrong("'" + content + "' is not a contract", FORM);
    }
    Matcher method = METHOD.matcher(words[0]);
    if (!method.matches()) {
      throw wrong("'" + words[0] + "' is not a method", FORM);
    }
    Moment moment = moment(words[1]);
    Operation operation = operation(words[2], moment, method.group(2));
    for (String owner : owners) {
      rows.add(
          new Contract(
              owner.replace('.', '/'),
              new MethodPattern(method.group(1), method.group(2)),
              moment,
              operation,
              List.of(),
              JdkRange.ALL));
    }
  }

  private void owners(String names) throws OptionException {
    List<String> all = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      String owner = name.trim();
      if (!TYPE_NAME.matcher(owner).matches()) {
        throw wrong("'" + owner + "' is not the name of a class", FORM);
      }
      all.add(owner);
    }
    owners = all;
  }

  private Moment moment(String word) throws OptionException {
    if (word.equals("entry") || word.equals("throw")) {
      return Moment.parse(word);
    }
    if (word.startsWith("return") && OUTCOMES.contains(word.substring("return".length()))) {
      return Moment.parse(word);
    }
    throw wrong("'" + word + "' is not a moment", MOMENTS);
  }

  private Operation operation(String word, Moment moment, String parameters)
      throws OptionException {
    Matcher operation = OPERATION.matcher(word);
    if (!operation.matches()) {
      throw wrong("'" + word + "' is not an operation", OPERATIONS);
    }
    String key = operation.group(2);
    if (key.equals("result") && moment.kind() != Moment.Kind.RETURN) {
      throw wrong(
          "there is no result at " + moment.kind().name().toLowerCase(Locale.ROOT), OPERATIONS);
    }
    if (key.startsWith("arg")) {
      argument(key, parameters);
    }
    return Operation.parse("sync." + operation.group(1) + "(" + key + ")");
  }

  private void argument(String key, String parameters) throws OptionException {
    String[] types = parameters.isEmpty() ? new String[0] : parameters.split(",", -1);
    int index = Integer.parseInt(key.substring(3));
    if (parameters.equals("*") || index >= types.length) {
      throw wrong("there is no " + key + " in (" + parameters + ")", OPERATIONS);
    }
    if (PRIMITIVES.contains(types[index])) {
      throw wrong(key + " is of type " + types[index] + ", and only objects are keys", OPERATIONS);
    }
  }

  private OptionException wrong(String what, String valid) {
    return new OptionException(file + ":" + line + ": " + what + "; " + valid);
  }
}
