package cn.xiezhi.rest;

import cn.xiezhi.registry.Certificate;
import cn.xiezhi.registry.OfficerTable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An officer's certificate.
 *
 * @param until the last day on which it is valid; null for one without an end
 */
record CertificateJson(String kind, String kindName, String number, Optional<LocalDate> until) {
    /** As a client sends it. */
    record NewCertificate(String kind, String number, String until) {}

    static List<CertificateJson> of(List<Certificate> certificates) {
        return certificates.stream().map(c -> new CertificateJson(c.kind().code(), c.kind().text(), c.number(), c.until())).toList();
    }

    static List<Certificate> read(List<NewCertificate> sent) {
        List<Certificate> certificates = Optional.ofNullable(sent).orElse(List.of()).stream().map(CertificateJson::read).toList();
        Set<Certificate.Kind> kinds = new HashSet<>();
        certificates.stream().filter(c -> !kinds.add(c.kind())).findFirst().ifPresent(c -> {
            throw Problem.bad("bad-parameter", "certificates", c.kind().text() + "只能有一个");
        });
        return certificates;
    }

    private static Certificate read(NewCertificate sent) {
        if (sent == null) {
            throw Problem.bad("bad-parameter", "certificates", "证件不能是 null");
        }
        Certificate.Kind kind = Certificate.Kind.of(Params.needed("kind", sent.kind()))
                .orElseThrow(() -> Problem.bad("bad-parameter", "kind", "kind 应为 enforcement、supervision 或 review"));
        String number = Params.needed("number", sent.number());
        if (number.codePointCount(0, number.length()) > OfficerTable.LONGEST_NUMBER) {
            throw Problem.bad("bad-parameter", "number", "证号不能超过 " + OfficerTable.LONGEST_NUMBER + " 个字");
        }
        return new Certificate(kind, number, Params.day("until", sent.until()));
    }
}
