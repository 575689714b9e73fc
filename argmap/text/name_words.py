"""Words by which the names of organizations, and names of an order of their own, are known."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SUFFIXES: Final = _words("jr jr. sr sr. ii iii iv esq esq.")
"""What stands after a family name, in lower case."""

_JOINING: Final = _words("and of for the & in on to at und für die et pour sur и по для при")
"""Words between the words of an organization's name; what may be a particle or an initial is none of them."""

CAPITAL_PARTICLES: Final = _words("De Del Della Den Der Des Di Du El La Le Les Mac St. Ste. Van Von")
"""With a capital they are a part of the family name behind them."""

CONNECTING: Final = _words("y e i")
"""What joins two family names of one person, in Spanish, Portuguese and Catalan."""

OF_ORGANIZATIONS: Final = _words(
    """
    academia academy académie accademia administration agence agencia agency agência akademie
    alliance amt army asociación assembly assemblée associates association associazione associação
    authorities authority banca banco bank banque biblioteca bibliothèque board broadcasting bund
    bundesamt bundesministerium bundesrat bundesregierung bundestag bundeszentrale bureau cabinet
    campaign center centre centro chamber church club coalition collaboration college comisión
    comissão comité commission commissione commissioner committee community companies company
    confederation conference congress conseil consejo conselho consiglio consortium consulting
    convention cooperation cooperative corp corporation council court courts delegation department
    directorate division editors embassy enterprise enterprises escuela exchange faculty fakultät
    federación federal federation fondation fondazione forces forum foundation fund fundación
    fundação funds gallery gesellschaft gmbh gobierno government governo group headquarters
    hochschule hospital hospitals house inc incorporated industries initiative institut institute
    institutes institution institutions instituto intelligence international istituto kommission
    laboratories laboratory league legislature libraries library limited llc llp ltd magazine
    ministerio ministerium ministero ministry ministère ministério mission monitor movement museum
    national nations navy network news newspaper observatory office organisation organización
    organization organizations panel parliament partei parti partido partito partners partnership
    party plc police press program programme project publishers publishing registry republic
    research review school schools scuola secretariat senate service services sociedad society
    società société staff states stiftung studio studios summit survey syndicate task team
    television times treasury tribunal trust trustees union unit united universidad universidade
    university università universität université verband verein vereinigung watch weekly working
    world zentrale zentrum école агентство академия армия ассоциация банк бюро ведомство газета дума
    издательство институт комиссия комитет министерство общество организация партия правительство
    президиум редакция российская российский совет союз университет управление федерация фонд центр
    """
)
"""In English, German, French, Spanish, Italian, Portuguese and Russian; none is a usual family name."""

EAST_ASIAN: Final = _words(
    """
    ahn bae bai ban bao bui cai cao chae chang chen cheng cheong chiang choi chu cui dang deng ding
    dong du duan fan fang feng fu gao geng gong gu guan guo han hao hoang hong hou hu hua huang
    huynh hwang jang jeon jeong jia jiang jin jung kang kim kong kwak kwon lai lee lei li liang liao
    lim lin ling liu lu luo lyu ma mao meng moon mu ngo nguyen ni oh pan park peng pham phan qi qian
    qin qiu qu rao ren rhee roh ryu shao shen shi shin sim sohn song su sun tan tang tao tian tran
    trinh truong vo vu wan wang wei wen wong woo wu xi xia xiao xie xiong xu xue yan yang yao ye yeo
    yi yin yoo yu yuan yun zeng zha zhan zhang zhao zheng zhong zhou zhu zhuang zou
    """
)
"""Romanised family names of China, Korea and Vietnam, which are printed before the given name."""

IBERIAN: Final = _words(
    """
    aguilar alonso alvarez alves blanco borges cabrera calderon cardoso carvalho castillo castro
    chavez correa cortes delgado diaz dominguez duarte espinoza fernandes fernandez ferreira flores
    fonseca fuentes garcia garzon gil gimenez gomes gomez goncalves gonzales gonzalez guerrero
    gutierrez guzman henriquez hernandez herrera iglesias jimenez llosa lopes lopez lorca machado
    marquez martinez martins medina mendes mendez mendoza molina morales moreno munoz navarro nunez
    oliveira ortega ortiz pacheco pardo pena pereira perez pinto ramirez ramos reyes ribeiro rios
    rivera rodrigues rodriguez rojas romero rubio ruiz salazar sanchez santana santos serrano silva
    soares sosa soto sousa souza suarez teixeira torres valdez vargas vasconcelos vasquez vazquez
    vega velasco vieira villa zapata
    """
)
"""Family names of Spanish and Portuguese, of which a person often carries two; without accents."""

WITHOUT_FAMILY_NAME: Final = _words(
    """
    abd abdul abu al bin bint ibn imam king pope prince princess queen saint sheikh
    """
)
"""Words of names that have no family name, or a compound one."""


def is_joining(word: str) -> bool:
    """Tell whether a word in lower case joins the words of an organization's name: `Bank of England`."""
    return word in _JOINING
