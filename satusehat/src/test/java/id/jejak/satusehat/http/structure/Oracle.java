package id.jejak.satusehat.http.structure;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** HAPI's validator: seconds to start, some twenty milliseconds a resource; what our check is held to. */
final class Oracle {
  /** An invariant's message begins with its name; those are not the shape's business. */
  private static final Predicate<String> INVARIANT =
      Pattern.compile("^(Constraint failed: )?[a-z]{2,4}-[0-9a-z]+:|Rule [a-z]{2,4}-[0-9a-z]+:").asPredicate();
  /** What HAPI says of the value of an extension whose definition it does not know, however good the value is. */
  private static final String EXTENSION_VALUE = "Unrecognized property 'value";
  private final FhirValidator validator;

  Oracle() {
    var context = FhirContext.forR4();
    var chain = new ValidationSupportChain(new DefaultProfileValidationSupport(context),
        new InMemoryTerminologyServerValidationSupport(context), new CommonCodeSystemsTerminologyService(context));
    var instances = new FhirInstanceValidator(chain);
    instances.setAnyExtensionsAllowed(true);
    instances.setErrorForUnknownProfiles(false);
    instances.setNoTerminologyChecks(false);
    validator = context.newValidator().registerValidatorModule(instances);
  }

  /** What is wrong, in HAPI's words; empty for a good resource. */
  Set<String> errors(String json) {
    var errors = new TreeSet<String>();
    for (var message : validator.validateWithResult(json).getMessages()) {
      if (message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal() && !invariant(message)
          && !(message.getMessage().startsWith(EXTENSION_VALUE)
              && String.valueOf(message.getLocationString()).contains("xtension["))) {
        errors.add(message.getMessageId() + " at " + message.getLocationString() + ": " + message.getMessage());
      }
    }
    return errors;
  }

  private static boolean invariant(SingleValidationMessage message) {
    return INVARIANT.test(String.valueOf(message.getMessage()))
        || String.valueOf(message.getMessageId()).contains("#");
  }
}
