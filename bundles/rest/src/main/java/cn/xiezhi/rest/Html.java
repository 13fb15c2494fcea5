package cn.xiezhi.rest;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page that any browser reads from a folder, without anything else: text goes in, and is text. */
final class Html {
    private static final String STYLE = """
            body{font:15px/1.6 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1d2b3a;max-width:1000px;margin:24px auto;padding:0 16px}
            h1{font-size:22px}h2{font-size:17px;margin-top:28px;border-bottom:1px solid #9aa7b4}table{border-collapse:collapse;width:100%}
            th,td{border:1px solid #9aa7b4;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere;white-space:pre-line}
            th{background:#eef3f8}.bad{border:3px solid #b3261e;color:#b3261e;padding:8px 12px;font-weight:bold}.code{font-family:monospace;font-size:13px;overflow-wrap:anywhere}
            @media print{body{max-width:none;margin:0}}""";

    private final StringBuilder text = new StringBuilder();

    /** A cell that leads to a file beside the page; parts of the path are encoded one by one. */
    record Link(String path) {}

    Html(String title) {
        text.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(escaped(title)).append("</title>\n<style>").append(STYLE).append("</style>\n</head>\n<body>\n");
        element("h1", "", title);
    }

    Html heading(String words) {
        return element("h2", "", words);
    }

    Html paragraph(String words) {
        return element("p", "", words);
    }

    /** What has to be read before everything else. */
    Html alarm(String words) {
        return element("p", " class=\"bad\"", words);
    }

    Html code(String words) {
        return element("p", " class=\"code\"", words);
    }

    Html list(List<String> points) {
        text.append("<ol>\n");
        points.forEach(p -> element("li", "", p));
        text.append("</ol>\n");
        return this;
    }

    /** @param rows of texts and {@link Link}s */
    Html table(List<String> header, List<? extends List<?>> rows) {
        text.append("<table>\n<thead><tr>");
        header.forEach(h -> text.append("<th scope=\"col\">").append(escaped(h)).append("</th>"));
        text.append("</tr></thead>\n<tbody>\n");
        rows.forEach(row -> {
            text.append("<tr>");
            row.forEach(cell -> text.append("<td>").append(cell instanceof Link link ? anchor(link) : escaped(String.valueOf(cell))).append("</td>"));
            text.append("</tr>\n");
        });
        text.append("</tbody>\n</table>\n");
        return this;
    }

    byte[] bytes() {
        return (text + "</body>\n</html>\n").getBytes(StandardCharsets.UTF_8);
    }

    private Html element(String name, String attributes, String words) {
        text.append('<').append(name).append(attributes).append('>').append(escaped(words)).append("</").append(name).append(">\n");
        return this;
    }

    private static String anchor(Link link) {
        return "<a href=\"" + FileName.inUrl(link.path()) + "\">" + escaped(link.path()) + "</a>";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
