"""Currencies: the ISO codes, their symbols, and how many decimals each uses."""

from __future__ import annotations

SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₺": "TRY",
           "₽": "RUB", "₪": "ILS", "₫": "VND", "₴": "UAH", "₱": "PHP", "₦": "NGN"}  # fmt: skip
"""The currency that a symbol before an amount means."""

SIGNS = {code: sign for sign, code in SYMBOLS.items()}
"""The symbol that a currency is shown with; others are shown by code after the amount."""

_NO_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND"
_ALL = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN "
    "BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD "
    "FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY "
    "KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP "
    "MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR "
    "RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT "
    "TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW "
    "ZWG "
)
CODES = frozenset(_ALL.split())
"""The ISO 4217 codes of the currencies in use."""

NAMES = {"USD": ("dollar", "cent"), "EUR": ("euro", "cent"), "GBP": ("pound", "penny"),
         "CHF": ("franc", "centime"), "CAD": ("dollar", "cent"), "AUD": ("dollar", "cent"),
         "JPY": ("yen", ""), "INR": ("rupee", "paisa")}  # fmt: skip
"""What the unit and its hundredth are called, for amounts in words."""


def places(currency: str) -> int:
    """Return how many decimals the currency uses: 2 for USD, 0 for JPY, 3 for KWD."""
    if currency in _NO_DECIMALS:
        return 0
    return 3 if currency in _THREE_DECIMALS else 2


def currency_code(words: str) -> str:
    """Return the ISO code that a person means by a code, a symbol or a name of a currency; the
    words in capitals where they are none of these."""
    said = words.strip().strip('."').upper()
    return SYMBOLS.get(words.strip(), _NAMES.get(said.removesuffix("S"), said))


_NAMES = {"DOLLAR": "USD", "US DOLLAR": "USD", "EURO": "EUR", "POUND": "GBP", "YEN": "JPY",
          "SWISS FRANC": "CHF"}  # fmt: skip
