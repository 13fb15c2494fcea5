package cn.xiezhi.loader;

import cn.xiezhi.loader.Signatures.Worth;
import cn.xiezhi.time.Zone;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Whether a signer's certificate is trusted: it is itself in the trust folder, or issued for signing code by one that is (PKIX; nothing is asked over the network). */
final class SignerPath {
    private static final List<String> SIGNS_CODE = List.of("1.3.6.1.5.5.7.3.3", "2.5.29.37.0");

    private SignerPath() {}

    /** @return VALID, EXPIRED (or not valid yet) or UNKNOWN */
    static Worth worth(List<X509Certificate> path, List<X509Certificate> trusted, Instant now) {
        X509Certificate signer = path.get(0);
        if (trusted.contains(signer)) {
            return holds(signer, now) ? Worth.VALID : Worth.EXPIRED;
        }
        if (!signsCode(signer) || trusted.stream().noneMatch(SignerPath::isAuthority)) {
            return Worth.UNKNOWN;
        }
        if (leads(path, trusted, now, true)) {
            return Worth.VALID;
        }
        boolean once = leads(path, trusted, signer.getNotAfter().toInstant(), false) || leads(path, trusted, signer.getNotBefore().toInstant(), false);
        return once ? Worth.EXPIRED : Worth.UNKNOWN;
    }

    private static boolean leads(List<X509Certificate> path, List<X509Certificate> trusted, Instant at, boolean anchorHolds) {
        try {
            List<X509Certificate> below = path.stream().takeWhile(c -> !trusted.contains(c)).toList();
            CertPath certPath = CertificateFactory.getInstance("X.509").generateCertPath(below);
            Set<TrustAnchor> anchors = trusted.stream().filter(SignerPath::isAuthority).map(c -> new TrustAnchor(c, null)).collect(Collectors.toSet());
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            var result = (PKIXCertPathValidatorResult) CertPathValidator.getInstance("PKIX").validate(certPath, parameters);
            return !anchorHolds || holds(result.getTrustAnchor().getTrustedCert(), at);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Who may sign may not therefore appoint others. */
    private static boolean isAuthority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0;
    }

    /** A certificate that its issuer meant for something else, such as a web server, signs no rules. */
    private static boolean signsCode(X509Certificate signer) {
        try {
            boolean[] usage = signer.getKeyUsage();
            List<String> extended = signer.getExtendedKeyUsage();
            return (usage == null || usage[0]) && (extended == null || extended.stream().anyMatch(SIGNS_CODE::contains));
        } catch (CertificateException e) {
            return false;
        }
    }

    private static boolean holds(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant()) && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    static String validity(X509Certificate certificate) {
        return Zone.day(certificate.getNotBefore().toInstant()) + " 至 " + Zone.day(certificate.getNotAfter().toInstant());
    }

    /** The common name, or the whole name where there is none. */
    static String name(X509Certificate certificate) {
        String whole = certificate.getSubjectX500Principal().getName();
        try {
            List<Rdn> parts = new LdapName(whole).getRdns();
            return Texts.line(parts.stream().filter(r -> r.getType().equalsIgnoreCase("CN")).map(r -> r.getValue().toString()).findFirst().orElse(whole), 100);
        } catch (InvalidNameException e) {
            return Texts.line(whole, 100);
        }
    }
}
