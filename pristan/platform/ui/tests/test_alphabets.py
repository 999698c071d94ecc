# SPDX-License-Identifier: EUPL-1.2
"""Names in the order that readers of a language expect, and the letter each stands under."""

import random

import pytest

from pristan.platform.ui.alphabets import letter, sort_key

# Each line in its right order; letters that the alphabet keeps apart stand beside those they are mixed up with.
IN_ORDER = {
    "sl": "112|Cesta|cona|Črnuče|ćevap|dan|Đakovo|Sova|Šola|Úr|Zima|žaba|дом",
    "en": "Ale|Élan|elf|Žaba…|Zoo",
    "bs": "cipela|čaj|Ćevap|dan|dvor|Džep|đak|eho|lipa|luk|Ljubljana|mir|nula|Njiva|soba|Šuma|zima|Žaba",
    "mk": "вода|гора|дом|Ѓон|ехо|зима|Ѕвезда|Ѝ|игра|Јас|кај|луѓе|Љубов|мир|нога|Њива|тава|Ќуп|ум|чај|Џеб|шум|Šola",
    "sq": "cep|Çaj|dera|Dhoma|emër|Ëmbël|gur|Gjuhë|hap|lule|Llogari|mal|numër|Njeri|rast|Rrugë|sy|Shtëpi|tre|Theks|xixë|Xhami|zog|Zhurmë",
    "uk": "азил|гора|Ґанок|дах|ера|Єдність|жити|зима|Инший|Ігри|Їжа|Йога|кіт|щит|юрист|Я|Center",
    "ru": "азил|Ёлка|ель|ёмкость|жара|Йога|кот|цирк|шаг|щит|эхо|юрист|Center",
    "ar": "إثبات|أطفال|امتحان|بيت|تصريح|ثلج|جمعية|الشرطة|صليب|كتاب|المدرسة|مدرسة ثانوية|نقل|هاتف|وزارة|يوم|Odnos",
    "fa": "آب|اب|بابا|پدر|تا|جان|چای|زن|ژاله|کار|گربه|لب|وام|هوا|یک|Odnos",
    "tr": "cam|Çay|gün|Ğ|hava|IOM|ışık|ikamet|İzin|jüri|okul|Ödeme|Šola 2|su|Şeker|uç|Üye|yol",
    "fr": "Eau|Éducation|effet|Œuvre|oral",
    "es": "ángel|Nube|Ñandú|oso",
    "de": "Äpfel|Arzt|Öl|Oma|Straße 1|Strasse 2|Übung",
    "el": "άλφα|Ωμέγα|Center",
    "not-a-language": "a|b|č|d",
}


@pytest.mark.parametrize("language", IN_ORDER)
def test_names_stand_in_the_order_of_their_language(language: str) -> None:
    names = IN_ORDER[language].split("|")
    mixed = random.Random(language).sample(names, len(names))
    assert sorted(mixed, key=lambda name: sort_key(name, language)) == names


@pytest.mark.parametrize(
    ("language", "name", "under"),
    [("sl", "čaj", "Č"), ("en", "Čaj", "C"), ("sl", "Édith", "E"), ("bs", "džep", "Dž"), ("bs", "Ljubljana", "Lj"), ("sl", "Ljubljana", "L"),
     ("sq", "shtëpi", "Sh"), ("sq", "Šola", "S"), ("mk", "Џеб", "Џ"), ("mk", "Center", "C"), ("uk", "ґанок", "Ґ"), ("ru", "Ёлка", "Е"),
     ("ru", "Йога", "Й"), ("tr", "izin", "İ"), ("tr", "IOM", "I"), ("tr", "Ilgaz", "I"), ("es", "ñu", "Ñ"), ("de", "Übung", "U"), ("de", "ßa", "S"),
     ("ar", "إعانة", "ا"), ("ar", "المدرسة", "م"), ("ar", "الالتحاق بالمدرسة", "ا"), ("ar", "التماس", "ا"), ("ar", "الله", "ا"), ("ar", "ال", "ا"),
     ("ar", "Čaj", "C"), ("fa", "آب", "آ"), ("fa", "يك", "ی"), ("fa", "المپیاد", "ا"), ("el", "Ώρα", "Ω"), ("el", "Čaj", "C"), ("ka", "ბინა", "ბ"),
     ("ru", "ბინა", "ბ"), ("en", "(„112”)", "0-9"), ("ar", "١١٢", "0-9"), ("en", "…", "#"), ("en", "", "#"), ("en", "Æble", "A"), ("en", "½", "0-9")],
)  # fmt: skip
def test_a_name_stands_under_a_letter_that_its_readers_know(language: str, name: str, under: str) -> None:
    assert letter(name, language) == under


@pytest.mark.parametrize("language", ["sl", "sq", "ar", "ru", "hi"])
def test_a_key_can_be_stored_whatever_the_name(language: str) -> None:
    keys = [sort_key(chr(code) * 3, language) for code in range(0x3000) if not 0xD800 <= code < 0xE000]
    assert all("\x00" not in key and key == key.strip() for key in keys)
    assert len(sort_key("ž" * 5000, language)) == 200
    assert sort_key(" Dom  – A ", language) == sort_key("dom a", language)
