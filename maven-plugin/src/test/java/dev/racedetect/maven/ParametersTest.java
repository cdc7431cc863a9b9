package dev.racedetect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.racedetect.runtime.options.Option;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Each option of the detector is a parameter of goal {@code prepare}, told in the same words. */
class ParametersTest {

  private static Element prepare;

  @BeforeAll
  static void readDescriptor() throws Exception {
    try (InputStream in = ParametersTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      Document plugin = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
      NodeList goals = plugin.getElementsByTagName("mojo");
      for (int i = 0; i < goals.getLength(); i++) {
        if (text((Element) goals.item(i), "goal").equals("prepare")) {
          prepare = (Element) goals.item(i);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void optionIsParameter(Option option) {
    String name =
        Pattern.compile("_(.)")
            .matcher(option.key())
            .replaceAll(letter -> letter.group(1).toUpperCase(java.util.Locale.ROOT));
    NodeList parameters = prepare.getElementsByTagName("parameter");
    Element found = null;
    for (int i = 0; i < parameters.getLength(); i++) {
      if (text((Element) parameters.item(i), "name").equals(name)) {
        found = (Element) parameters.item(i);
      }
    }
    assertThat(found).as(name).isNotNull();
    assertThat(plain(text(found, "description"))).isEqualTo(option.help());
    Element configuration = (Element) prepare.getElementsByTagName("configuration").item(0);
    assertThat(text(configuration, name)).isEqualTo("${race." + option.key() + "}");
  }

  /** Of the first child of that name. */
  private static String text(Element parent, String name) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeName().equals(name)) {
        return child.getTextContent();
      }
    }
    return "";
  }

  private static String plain(String description) {
    Matcher spaces = Pattern.compile("\\s+").matcher(description.strip());
    return spaces.replaceAll(" ").replace("&lt;", "<").replace("&gt;", ">");
  }
}
