package cn.xiezhi.console;

/** The page that loads the console, in the name that the operator gave the product. */
final class StartPage {
    private static final String NAME = "name=\"application-name\" content=\"";

    private StartPage() {}

    /**
     * @param html the built index.html
     * @param name as it is to stand on the page; empty: the page stays as it is
     * @throws IllegalStateException if the page has no place for the name
     */
    static String named(String html, String name) {
        if (name.isEmpty()) {
            return html;
        }
        int title = html.indexOf("<title>");
        int end = html.indexOf("</title>");
        int place = html.indexOf(NAME);
        if (title < 0 || end < title || place < 0) {
            throw new IllegalStateException("index.html has no title, or no meta element application-name");
        }
        String escaped = escaped(name);
        return (html.substring(0, title) + "<title>" + escaped + html.substring(end)).replace(NAME, NAME + escaped);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
