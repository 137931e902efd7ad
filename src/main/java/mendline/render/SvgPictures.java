package mendline.render;

import java.awt.Font;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Pictures as SVG elements for an HTML page. */
final class SvgPictures {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    /** What the page's style says already, or what every reader assumes. */
    private static final Set<String> NEEDLESS = Set.of(
            "font-family",
            "color-interpolation",
            "color-rendering",
            "image-rendering",
            "shape-rendering",
            "text-rendering",
            "xml:space",
            "stroke-miterlimit");

    private SvgPictures() {}

    /**
     * The picture as one element.
     *
     * @param id prefix of all ids inside, unique in the page
     */
    static String of(Picture picture, String id, String cssClass) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setPrecision(2);
        context.setIDGenerator(new Ids(id));
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        picture.draw(g);
        Element root = g.getRoot();
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"%s\" class=\"%s\" viewBox=\"0 0 %.2f %.2f\" width=\"%.2f\" height=\"%.2f\" "
                        + "role=\"img\" aria-label=\"%s\""
                        + " font-family=\"'Liberation Sans', Arial, Helvetica, sans-serif\" font-size=\"8\">",
                NAMESPACE,
                cssClass,
                picture.width(),
                picture.height(),
                picture.width(),
                picture.height(),
                Pages.escaped(picture.alt())));
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                write(element, out, new Letters(8, false));
            }
        }
        return out.append("</svg>").toString();
    }

    private record Letters(double size, boolean bold) {
        Letters in(Element element) {
            String size = element.getAttribute("font-size");
            String weight = element.getAttribute("font-weight");
            double points = size.isEmpty() ? this.size : Double.parseDouble(size.replace("px", ""));
            return new Letters(points, weight.isEmpty() ? bold : weight.equals("bold"));
        }

        Font font() {
            return bold ? Fonts.bold(size) : Fonts.regular(size);
        }
    }

    private static void write(Element element, StringBuilder out, Letters outer) {
        String name = element.getLocalName() == null ? element.getTagName() : element.getLocalName();
        if (name.equals("defs") && !element.hasChildNodes() || name.equals("g") && !element.hasChildNodes()) {
            return;
        }
        Letters letters = outer.in(element);
        out.append('<').append(name);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (!NEEDLESS.contains(attribute.getNodeName())) {
                out.append(' ')
                        .append(attribute.getNodeName())
                        .append("=\"")
                        .append(Pages.escaped(attribute.getNodeValue()))
                        .append('"');
            }
        }
        if (name.equals("text")) {
            // another typeface may stand in for ours: its letters then take the same room
            double width = Lettering.width(element.getTextContent(), letters.font());
            out.append(String.format(Locale.ROOT, " textLength=\"%.2f\" lengthAdjust=\"spacingAndGlyphs\"", width));
        }
        out.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                write(inner, out, letters);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                out.append(Pages.escaped(child.getNodeValue()));
            }
        }
        out.append("</").append(name).append('>');
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java runtime cannot make XML", e);
        }
    }

    private static final class Ids extends SVGIDGenerator {
        private final String prefix;
        private int count;

        Ids(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public String generateID(String kind) {
            return prefix + "-" + count++;
        }
    }
}
